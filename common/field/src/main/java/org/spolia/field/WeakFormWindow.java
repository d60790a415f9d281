package org.spolia.field;

/**
 * The test functions of a weak form along one axis: (1 - s²)ᵖ, with s from -1 to 1 over the points of a window.
 *
 * @param halfWidth the points of the window on either side of its centre; the function is 0 at the outermost points
 * @param power p, above the order of every derivative; a higher power makes the integrals more exact and noisier
 * @param stride the distance between the centres of windows in points
 */
public record WeakFormWindow(int halfWidth, int power, int stride) {
    public WeakFormWindow {
        if (halfWidth < 2 || power < 1 || stride < 1) {
            throw new IllegalArgumentException("Window has half width " + halfWidth + ", power " + power
                    + " and stride " + stride + "; they are at least 2, 1 and 1");
        }
    }
}
