package org.spolia.experiment.problem.derivative;

/** How a field is differentiated. */
public enum DerivativeMethod {
    /** By Fourier series along periodic axes with even steps, by finite differences along others. */
    AUTOMATIC,
    /** By Fourier series, for periodic axes with even steps. */
    SPECTRAL,
    /** By the polynomial through neighbouring points. */
    FINITE_DIFFERENCE,
    /** By the polynomial of least squares through the points of a window. */
    SAVITZKY_GOLAY
}
