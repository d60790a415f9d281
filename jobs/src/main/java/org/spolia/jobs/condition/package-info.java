/**
 * Expressions over rows in a configuration, as Spark parses and resolves them, checked against a list of allowed
 * classes. The security boundary; see docs/security.md.
 */
@NullMarked
package org.spolia.jobs.condition;

import org.jspecify.annotations.NullMarked;
