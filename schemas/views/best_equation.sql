-- The model of the best seed of each problem and set of operators; which seed is best is decided by the loss on training rows.
CREATE VIEW best_equation AS
SELECT
  p.field,
  p.name AS problem,
  o.name AS operator_set,
  b.noise,
  b.expression,
  b.complexity,
  b.loss,
  s.nmse_train,
  s.nmse_test,
  s.nmse_ood,
  p.formula AS truth,
  b.seed,
  b.trial_id
FROM (
  SELECT
    t.problem_id,
    t.operator_set_id,
    t.noise,
    t.seed,
    c.trial_id,
    c.complexity,
    c.rank,
    c.expression,
    c.loss,
    row_number() OVER (
      PARTITION BY t.problem_id, t.operator_set_id, t.noise ORDER BY c.loss, c.complexity, t.seed, c.trial_id
    ) AS place
  FROM trials t
  JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
) b
JOIN problems p ON p.problem_id = b.problem_id
JOIN operator_sets o ON o.operator_set_id = b.operator_set_id
LEFT JOIN (
  SELECT
    trial_id,
    complexity,
    rank,
    max(CASE WHEN split = 'train' THEN nmse END) AS nmse_train,
    max(CASE WHEN split = 'test' THEN nmse END) AS nmse_test,
    max(CASE WHEN split = 'ood' THEN nmse END) AS nmse_ood
  FROM scores
  WHERE model = 'law'
  GROUP BY trial_id, complexity, rank
) s ON s.trial_id = b.trial_id AND s.complexity = b.complexity AND s.rank = b.rank
WHERE b.place = 1
