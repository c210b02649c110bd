package org.anxin.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key, from which keys for its three uses are derived. For many threads: the algorithms keep a state for each of them.
 */
final class PersonalKey {
    /** Bytes of a key. */
    static final int BYTES = 32;

    static final int NONCE = 12;
    static final int TAG = 16;
    private static final int BITS_OF_TAG = TAG * 8;

    private final int id;
    private final SecretKeySpec sealing;
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(PersonalKey::cipher);
    private final ThreadLocal<Mac> nonces;
    private final ThreadLocal<Mac> searches;
    private final byte[] proof;

    /** @param secret {@link #BYTES} random bytes */
    PersonalKey(int id, byte[] secret) {
        this.id = id;
        this.sealing = new SecretKeySpec(derived(secret, "seal"), "AES");
        byte[] nonce = derived(secret, "nonce");
        byte[] search = derived(secret, "search");
        this.nonces = ThreadLocal.withInitial(() -> mac(nonce));
        this.searches = ThreadLocal.withInitial(() -> mac(search));
        this.proof = derived(secret, "proof");
    }

    /** From 1 to 255. */
    int id() {
        return id;
    }

    /** Shows that two keys are the same, and nothing else. */
    byte[] proof() {
        return proof.clone();
    }

    private static byte[] derived(byte[] secret, String use) {
        return mac(secret).doFinal(("anxin personal " + use).getBytes(StandardCharsets.US_ASCII));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** A hash by which a value is looked up. */
    byte[] search(byte[] value) {
        return searches.get().doFinal(value);
    }

    /** A hash of what is sealed, of which a part is its nonce: only the same text at the same place has it again. */
    byte[] nonce(byte[] place, byte[] text) {
        Mac mac = nonces.get();
        mac.update(place);
        mac.update((byte) 0);
        return mac.doFinal(text);
    }

    /** Writes the text sealed, with its tag behind it. */
    void seal(byte[] nonce, byte[] place, byte[] text, byte[] into, int at) {
        try {
            Cipher cipher = sealing(nonce);
            cipher.updateAAD(place);
            cipher.doFinal(text, 0, text.length, into, at);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not fail", e);
        }
    }

    private Cipher sealing(byte[] nonce) throws GeneralSecurityException {
        GCMParameterSpec parameters = new GCMParameterSpec(BITS_OF_TAG, nonce);
        try {
            ciphers.get().init(Cipher.ENCRYPT_MODE, sealing, parameters);
        } catch (InvalidAlgorithmParameterException e) {
            // Java takes no nonce twice in a row. Here it is the same only because the text and its place are.
            ciphers.remove();
            ciphers.get().init(Cipher.ENCRYPT_MODE, sealing, parameters);
        }
        return ciphers.get();
    }

    /** The text that was sealed at this place. */
    byte[] open(byte[] nonce, byte[] place, byte[] sealed, int from) {
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(BITS_OF_TAG, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(sealed, from, sealed.length - from);
        } catch (AEADBadTagException e) {
            throw new UnreadablePersonalException("a sealed value was altered, or moved from another place");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not fail", e);
        }
    }
}
