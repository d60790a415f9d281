package org.spolia.experiment.problem.derivative;

/** The method of differentiating a field. */
public enum DerivativeMethod {
    /** By Fourier series along periodic axes with even steps, by finite differences along other axes. */
    AUTOMATIC,
    /** By Fourier series, for periodic axes with even steps. */
    SPECTRAL,
    /** By the polynomial through neighbouring points. */
    FINITE_DIFFERENCE,
    /** By the least-squares polynomial through the points of a window. */
    SAVITZKY_GOLAY
}
