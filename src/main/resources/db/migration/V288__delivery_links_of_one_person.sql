-- Links of a person who may decide no longer end at once.
create index approval_token_approver on approval_token (client_id, lower(approver)) where seat_id is null and used_at is null;
