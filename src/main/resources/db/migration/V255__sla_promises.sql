-- Promises kept are counted by the month a request arrived in; a batch sent twice is found by its contents.
create index ticket_received on ticket (client_id, received_at) where kind = 'REQUEST';
create index document_content on document (client_id, sha256);
