package org.spolia.symbolic.search.options;

/** The precision of losses during a search. Fits, polish and selection always use double precision. */
public enum FloatingPoint {
    /** Values in double precision. */
    FLOAT64,
    /** Values in single precision, sums in double: about three times as many expressions per second. */
    FLOAT32
}
