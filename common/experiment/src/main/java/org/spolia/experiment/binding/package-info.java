/**
 * Converts YAML to validated records, and records to a JSON Schema, by reflection over record components. The package
 * contains no key of any configuration. Jackson only parses YAML and prints JSON. Packages with configuration records
 * (configuration, problem) import it.
 */
@NullMarked
package org.spolia.experiment.binding;

import org.jspecify.annotations.NullMarked;
