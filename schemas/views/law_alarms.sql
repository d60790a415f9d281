-- The latest state of each watched law: its last window, and the window and file that raised the alarm, if any.
CREATE VIEW law_alarms AS
SELECT
  m.experiment,
  m.problem,
  m.expression,
  m.split,
  m.window_number AS windows,
  m.loss,
  m.reference_loss,
  m.p_value,
  m.alarm,
  m.alarm_window,
  a.file AS alarm_file,
  m.law_id
FROM law_monitor m
JOIN (
  SELECT experiment, problem, law_id, split, max(window_number) AS last_window
  FROM law_monitor
  GROUP BY experiment, problem, law_id, split
) l
  ON l.experiment = m.experiment AND l.problem = m.problem AND l.law_id = m.law_id AND l.split = m.split
  AND l.last_window = m.window_number
LEFT JOIN law_monitor a
  ON a.experiment = m.experiment AND a.problem = m.problem AND a.law_id = m.law_id AND a.split = m.split
  AND a.window_number = m.alarm_window
