/** The rows of a table as blocks of columns on the executors: samples of them, and passes over all of them. */
@NullMarked
package org.spolia.jobs.rows;

import org.jspecify.annotations.NullMarked;
