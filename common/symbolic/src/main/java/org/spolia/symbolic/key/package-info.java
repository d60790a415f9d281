/**
 * Options as components of records: the meaning and the limits of a component, and copies of a record with other
 * values. Options of the engine and configurations share one annotation, which YAML, the command line and the JSON
 * Schema read.
 */
@NullMarked
package org.spolia.symbolic.key;

import org.jspecify.annotations.NullMarked;
