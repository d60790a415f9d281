@NullMarked
package org.spolia.jobs.launcher;

import org.jspecify.annotations.NullMarked;
