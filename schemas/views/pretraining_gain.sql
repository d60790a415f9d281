-- The gain of an encoder over an untrained control of the same architecture (convolutional for external encoders) with
-- the same number of frames: the difference of their mean scores, the share of the control's error (nrmse and vrmse; 1
-- less any other score) that it removes, and the least size at which the sign of the difference is not that of the
-- smallest size, if there is one.
CREATE VIEW pretraining_gain AS
SELECT
  d.experiment,
  d.probe,
  d.dataset,
  d.quantity,
  d.split,
  d.test_dataset,
  d.metric,
  d.head,
  d.encoder,
  d.setting,
  d.size,
  d.mean,
  d.control,
  d.mean - d.control AS difference,
  CASE WHEN d.control_error > 0 THEN (d.control_error - d.error) / d.control_error END AS gain,
  min(CASE WHEN (d.control_error - d.error) * d.first_decrease < 0 THEN d.size END) OVER (
    PARTITION BY d.experiment_id, d.probe, d.dataset, d.split, d.test_dataset, d.metric, d.head, d.encoder, d.setting
  ) AS crossing_size,
  d.experiment_id
FROM (
  SELECT
    p.*,
    first_value(p.control_error - p.error) OVER (
      PARTITION BY p.experiment_id, p.probe, p.dataset, p.split, p.test_dataset, p.metric, p.head, p.encoder, p.setting
      ORDER BY p.size
    ) AS first_decrease
  FROM (
    SELECT
      c.*,
      r.mean AS control,
      CASE WHEN c.metric = 'nrmse' OR c.metric LIKE 'vrmse%' THEN c.mean ELSE 1 - c.mean END AS error,
      CASE WHEN c.metric = 'nrmse' OR c.metric LIKE 'vrmse%' THEN r.mean ELSE 1 - r.mean END AS control_error
    FROM probe_curve c
    JOIN (
      SELECT
        experiment_id,
        probe,
        dataset,
        split,
        test_dataset,
        metric,
        head,
        frames,
        stride,
        size,
        architecture,
        sum(mean * scores) / sum(scores) AS mean
      FROM probe_curve
      WHERE encoder IN ('random', 'random-axial-attention')
      GROUP BY experiment_id, probe, dataset, split, test_dataset, metric, head, frames, stride, size, architecture
    ) r
      ON r.experiment_id = c.experiment_id
      AND r.probe = c.probe
      AND r.dataset = c.dataset
      AND r.split = c.split
      AND r.test_dataset = c.test_dataset
      AND r.metric = c.metric
      AND r.head = c.head
      AND r.frames = c.frames
      AND r.stride = c.stride
      AND r.size = c.size
      AND r.architecture = coalesce(c.architecture, 'convolutional')
    WHERE c.encoder NOT IN ('random', 'random-axial-attention')
  ) p
) d
