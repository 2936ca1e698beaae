-- "Waits longer than two days" is one of the views whose count every open inbox shows: read along this index.
create index inbox_item_since on inbox_item (queue, created_at);
