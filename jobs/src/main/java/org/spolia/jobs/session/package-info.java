/**
 * The Spark session and the machine that it runs on.
 * No table and no stage is known here.
 * Tables, stages and the command line import it.
 */
@NullMarked
package org.spolia.jobs.session;

import org.jspecify.annotations.NullMarked;
