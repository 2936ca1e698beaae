-- How often an item was given back to be keyed again: what a person keys twice is a confirmation.
alter table work_item add column reopened int not null default 0;
