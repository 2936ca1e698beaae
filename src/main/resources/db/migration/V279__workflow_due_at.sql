-- "Due within four hours", which every open inbox counts, too. The index of the order by due date cannot serve it: an
-- expression with coalesce counts as one that might tell of hidden rows, so row-level security keeps it from an index.
create index inbox_item_due_at on inbox_item (queue, due_at);
