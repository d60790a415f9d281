/**
 * Expressions over rows of a configuration, as Spark parses and resolves them, against a list of what is allowed.
 * The security boundary; see docs/security.md.
 */
@NullMarked
package org.spolia.jobs.condition;

import org.jspecify.annotations.NullMarked;
