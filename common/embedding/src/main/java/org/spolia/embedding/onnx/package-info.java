/**
 * The parts of ONNX files that encoders need: the inputs and outputs of a model, and writing models of a few layers.
 * The package does not run models. Only embedding imports it.
 */
@NullMarked
package org.spolia.embedding.onnx;

import org.jspecify.annotations.NullMarked;
