/** The stage sky, which matches objects of two surveys by position. Only the command line imports this package. */
@NullMarked
package org.spolia.jobs.sky;

import org.jspecify.annotations.NullMarked;
