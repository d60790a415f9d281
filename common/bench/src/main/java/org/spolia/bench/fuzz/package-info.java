/**
 * Damaged files and configurations for their readers, which must end in bounded memory and time, and may only throw
 * their own exceptions.
 */
@NullMarked
package org.spolia.bench.fuzz;

import org.jspecify.annotations.NullMarked;
