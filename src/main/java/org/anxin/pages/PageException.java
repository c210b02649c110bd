package org.anxin.pages;

/** A page that cannot be shown. */
final class PageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PageError error;

    PageException(PageError error) {
        super(error.name(), null, false, false);
        this.error = error;
    }

    PageError error() {
        return error;
    }
}
