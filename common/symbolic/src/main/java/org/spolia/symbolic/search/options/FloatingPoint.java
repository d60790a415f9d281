package org.spolia.symbolic.search.options;

/** What a search computes the losses of its expressions in; fits, polish and the choice of a model are always in double precision. */
public enum FloatingPoint {
    /** Values in double precision. */
    FLOAT64,
    /** Values in single precision, sums in double: about three times as many expressions a second. */
    FLOAT32
}
