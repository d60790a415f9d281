@NullMarked
package org.spolia.jobs.tables;

import org.jspecify.annotations.NullMarked;
