module.exports = class AppendOnly1795456100000 {
    name = 'AppendOnly1795456100000'

    async up(db) {
        await db.query(`
            CREATE FUNCTION event_record_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                finalized integer;
            BEGIN
                IF TG_OP <> 'DELETE' THEN
                    RAISE EXCEPTION 'event_record is append-only: % is refused', TG_OP;
                END IF;
                EXECUTE format('SELECT height FROM %I.status WHERE id = 0', 'squid_' || OLD.chain_id) INTO finalized;
                IF finalized IS NULL OR OLD.height <= finalized THEN
                    RAISE EXCEPTION 'event_record is append-only: block % of chain % is final, so its record % stays',
                        OLD.height, OLD.chain_id, OLD.id;
                END IF;
                RETURN OLD;
            END $$
        `)
        await db.query(`
            CREATE TRIGGER event_record_rows BEFORE UPDATE OR DELETE ON event_record
            FOR EACH ROW EXECUTE FUNCTION event_record_append_only()
        `)
        await db.query(`
            CREATE TRIGGER event_record_whole BEFORE TRUNCATE ON event_record
            FOR EACH STATEMENT EXECUTE FUNCTION event_record_append_only()
        `)
    }

    async down(db) {
        await db.query(`DROP TRIGGER event_record_whole ON event_record`)
        await db.query(`DROP TRIGGER event_record_rows ON event_record`)
        await db.query(`DROP FUNCTION event_record_append_only()`)
    }
}
