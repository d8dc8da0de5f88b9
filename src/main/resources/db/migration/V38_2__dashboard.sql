-- What each side was asked and when it answered; an offer is answered by its round.
CREATE VIEW asked_side AS
SELECT asking.case_number, asking.side, asking.occasion, asking.round, asking.asked_at,
  CASE WHEN asking.occasion = 'OFFER' THEN offer.answered_at ELSE answer.at END AS answered_at
FROM party_asking asking
LEFT JOIN party_answer answer ON answer.case_number = asking.case_number AND answer.occasion = asking.occasion
  AND answer.round = asking.round AND answer.side = asking.side
LEFT JOIN term_round offer ON asking.occasion = 'OFFER' AND offer.case_number = asking.case_number
  AND offer.number = asking.round;

-- For the supervisors' screens: where cases stand, where tokens are, and how long steps took.
CREATE INDEX licensing_case_open ON licensing_case (stage, move_of) WHERE outcome IS NULL;
CREATE INDEX kk_actinst_runs ON act_hi_actinst (proc_def_key_, act_id_) WHERE end_time_ IS NULL;
CREATE INDEX kk_actinst_ended ON act_hi_actinst (proc_def_key_, end_time_) INCLUDE (act_id_, duration_)
  WHERE end_time_ IS NOT NULL AND act_type_ IN ('userTask', 'callActivity', 'receiveTask', 'intermediateMessageCatch');
