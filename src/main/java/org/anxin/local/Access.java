package org.anxin.local;

/**
 * How to reach a database.
 *
 * @param url JDBC URL
 * @param user name of the role
 * @param password its password
 */
record Access(String url, String user, String password) {
    /** Without the password, so that no log or message can show it. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
