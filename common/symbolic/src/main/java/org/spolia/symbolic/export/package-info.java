/**
 * Expressions for other readers: typeset as LaTeX and MathML, as source in Java and SQL, as JSON. What people type and
 * what is stored (infix, SymPy) is part of {@code expression}; nothing here evaluates or is read back.
 */
@NullMarked
package org.spolia.symbolic.export;

import org.jspecify.annotations.NullMarked;
