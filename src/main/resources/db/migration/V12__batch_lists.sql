-- Lists of batches, the newest first, and their figures: 100,000 batches are to feel like 100.

create index batches_in_state_newest on batches (state, no);
create index batches_at_market_newest on batches (market_no, no);

-- Refused for want of a document: whoever brings it may be admitted yet.
create index batch_decisions_lacking on batch_decisions (batch_no, no)
    where outcome = 'REJECT' and codes @> '{DOCUMENT_MISSING}';
