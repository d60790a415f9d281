/**
 * The Spark session and the machine that it runs on. This package knows no tables and no stages; tables, stages and the
 * command line import it.
 */
@NullMarked
package org.spolia.jobs.session;

import org.jspecify.annotations.NullMarked;
