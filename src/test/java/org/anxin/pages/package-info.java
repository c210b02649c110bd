/** The pages, as a browser and its user see them. */
package org.anxin.pages;
