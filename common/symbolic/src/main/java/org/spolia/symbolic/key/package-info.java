/**
 * Options as components of records: what a component means, its limits, and copies of a record with other values.
 * One annotation for the options of the engine and for configurations, which YAML, the command line and the JSON Schema read.
 */
@NullMarked
package org.spolia.symbolic.key;

import org.jspecify.annotations.NullMarked;
