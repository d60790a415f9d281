package org.spolia.jobs.stages;

import org.spolia.embedding.Window;

/** What is embedded, and where it comes from. */
record Sample(SampleKey key, Window window) {}
