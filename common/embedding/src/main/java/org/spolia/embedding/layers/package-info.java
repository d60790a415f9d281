/**
 * The layers of networks and the weights that they declare, computed by {@link org.spolia.embedding.layers.Operations}
 * for any type of tensor. So a network is described once: PyTorch trains it, and the ONNX file is written from it. Only
 * embedding imports the package.
 */
@NullMarked
package org.spolia.embedding.layers;

import org.jspecify.annotations.NullMarked;
