@NullMarked
package org.spolia.jobs.stages;

import org.jspecify.annotations.NullMarked;
