create index defect_found on defect (found_at) include (client_id, cause, ticket_id);
create index review_reviewed on review (reviewed_at) include (client_id, line, inspected, errors);
create view insight_defect with (security_invoker = true) as
    select ticket_id, client_id, cause, severity, found_by, found_at from defect;
create view insight_review with (security_invoker = true) as
    select ticket_id, client_id, line, unit, inspected, errors, reviewed_at from review;
