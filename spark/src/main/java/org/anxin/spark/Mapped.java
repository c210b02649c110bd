package org.anxin.spark;

import java.util.Iterator;
import java.util.function.Function;

/**
 * What becomes of the elements of a partition, one after the other, none of them kept.
 *
 * @param <A> an element
 * @param <B> what it becomes
 */
record Mapped<A, B>(Iterator<A> elements, Function<A, B> mapping) implements Iterator<B> {
    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public B next() {
        return mapping.apply(elements.next());
    }
}
