-- Finds a document by its number however it is written: BPM/2526-0417 and bpm 2526 0417 are one.
create index work_field_number on work_field (client_id, upper(regexp_replace(value, '[^[:alnum:]]+', '', 'g')))
    where name = 'documentNumber';
