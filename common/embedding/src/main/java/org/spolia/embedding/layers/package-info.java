/**
 * What networks are made of: layers with the weights that they declare, computed by
 * {@link org.spolia.embedding.layers.Operations}, whatever a tensor is. So a network is described once, and PyTorch
 * learns what an ONNX file is written from. Only embedding imports it.
 */
@NullMarked
package org.spolia.embedding.layers;

import org.jspecify.annotations.NullMarked;
