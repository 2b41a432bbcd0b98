-- A report tells what two people signed in an audit, so whoever makes it reads signed records. Nothing else of audits is read.
grant select on audits.audit, audits.record, audits.record_step to overstory_curator;
