/**
 * What representations of the same objects have in common, how many dimensions they fill, and what is found by them.
 */
@NullMarked
package org.spolia.statistics.representation;

import org.jspecify.annotations.NullMarked;
