/**
 * The stage sky: objects of two surveys at one place on the sky.
 * Only the command line imports it.
 */
@NullMarked
package org.spolia.jobs.sky;

import org.jspecify.annotations.NullMarked;
