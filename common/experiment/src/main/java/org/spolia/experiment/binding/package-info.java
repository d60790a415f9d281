/**
 * YAML text to validated records and records to a JSON Schema, by one reflection over the record components. It knows
 * no key of any configuration; Jackson stands behind it as a parser of YAML and a printer of JSON, nothing more.
 * Packages that own configuration records (configuration, problem) import it.
 */
@NullMarked
package org.spolia.experiment.binding;

import org.jspecify.annotations.NullMarked;
