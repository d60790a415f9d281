/**
 * Expressions in output formats: LaTeX, MathML, Java source, SQL and text for people. The formats that people type and
 * tables store (infix, SymPy) belong to {@code expression}. Nothing here is evaluated or read back.
 */
@NullMarked
package org.spolia.symbolic.export;

import org.jspecify.annotations.NullMarked;
