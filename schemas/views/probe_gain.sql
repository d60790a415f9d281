-- The share of the error (NRMSE) of untrained encoders that an encoder removes, for each subset of labels; below 0 it
-- adds to the error. The control is the median over the random encoders of the same architecture (convolutional for
-- external encoders) with the same number of frames, head and subset; for the head finetune, it is training from
-- scratch.
CREATE VIEW probe_gain AS
SELECT
  s.experiment,
  s.probe,
  s.dataset,
  s.quantity,
  s.split,
  s.test_dataset,
  s.head,
  s.encoder,
  s.encoder_id,
  s.setting,
  s.frames,
  s.stride,
  s.size,
  s.seed,
  s.value AS nrmse,
  c.nrmse AS control,
  CASE WHEN c.nrmse > 0 THEN (c.nrmse - s.value) / c.nrmse END AS gain,
  s.experiment_id
FROM latest_probe_scores s
LEFT JOIN encoders a ON a.encoder_id = s.encoder_id
JOIN (
  SELECT
    r.experiment_id,
    r.probe,
    r.dataset,
    r.split,
    r.test_dataset,
    r.head,
    r.frames,
    r.stride,
    r.size,
    r.seed,
    e.architecture,
    median(r.value) AS nrmse
  FROM latest_probe_scores r
  JOIN encoders e ON e.encoder_id = r.encoder_id
  WHERE r.encoder IN ('random', 'random-axial-attention')
    AND r.metric = 'nrmse'
    AND r.value IS NOT NULL
  GROUP BY
    r.experiment_id,
    r.probe,
    r.dataset,
    r.split,
    r.test_dataset,
    r.head,
    r.frames,
    r.stride,
    r.size,
    r.seed,
    e.architecture
) c
  ON c.experiment_id = s.experiment_id
  AND c.probe = s.probe
  AND c.dataset = s.dataset
  AND c.split = s.split
  AND c.test_dataset = s.test_dataset
  AND c.head = s.head
  AND c.frames = s.frames
  AND c.stride = s.stride
  AND c.size = s.size
  AND c.seed = s.seed
  AND c.architecture = coalesce(a.architecture, 'convolutional')
WHERE s.encoder NOT IN ('random', 'random-axial-attention')
  AND s.metric = 'nrmse'
  AND s.value IS NOT NULL
