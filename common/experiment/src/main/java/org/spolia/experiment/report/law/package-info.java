/**
 * The sections of the report about laws, operators and their transfer between fields.
 * Each is one query and one drawing.
 */
@NullMarked
package org.spolia.experiment.report.law;

import org.jspecify.annotations.NullMarked;
