module.exports = class Gauge1796000800000 {
    name = 'Gauge1796000800000'

    async up(db) {
        await db.query(`
            CREATE TABLE "gauge" (
                "id" character varying NOT NULL, "chain_id" integer NOT NULL, "series" text NOT NULL,
                "subject" text NOT NULL, "value" numeric, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                "integral" numeric NOT NULL, "known_seconds" integer NOT NULL, "change_count" integer NOT NULL,
                "bounds" jsonb NOT NULL, "updated_height" integer NOT NULL,
                "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
                CONSTRAINT "PK_gauge" PRIMARY KEY ("id")
            )
        `)
    }

    async down(db) {
        await db.query(`DROP TABLE "gauge"`)
    }
}
