@NullMarked
package org.spolia.jobs;

import org.jspecify.annotations.NullMarked;
