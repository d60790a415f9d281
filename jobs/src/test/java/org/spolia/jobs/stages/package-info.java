/** Tests of several stages together. */
@NullMarked
package org.spolia.jobs.stages;

import org.jspecify.annotations.NullMarked;
