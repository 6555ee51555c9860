module.exports = class AssetCredit1796000200000 {
    name = 'AssetCredit1796000200000'

    async up(db) {
        await db.query(`CREATE TABLE "asset_cash_flow" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "asset" text NOT NULL, "kind" text NOT NULL, "amount" numeric NOT NULL, "counterparty" text, "due_at" TIMESTAMP WITH TIME ZONE, "period_start_at" TIMESTAMP WITH TIME ZONE, "period_end_at" TIMESTAMP WITH TIME ZONE, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "tx_hash" text NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_3d2f562ec4f0ce0ca2ab9a5d017" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_d026586d4cb9c69e380314ae97" ON "asset_cash_flow" ("chain_id", "height") `)
        await db.query(`CREATE INDEX "IDX_5f82bc99ce90abe69090eb2202" ON "asset_cash_flow" ("asset", "height") `)
        await db.query(`CREATE TABLE "asset_schedule" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "asset" text NOT NULL, "report_id" text NOT NULL, "corrects" text, "reason" text, "assurance" text NOT NULL, "issuer" text NOT NULL, "uri" text NOT NULL, "document_hash" text NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "contractual" boolean NOT NULL, "payments" jsonb NOT NULL, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_53e445a61e4802d663141b3e599" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_9949f71dc2505c7b02c04a073b" ON "asset_schedule" ("report_id") `)
        await db.query(`CREATE INDEX "IDX_3bc37a5f1802bafdad51a0d08e" ON "asset_schedule" ("chain_id", "height") `)
        await db.query(`CREATE INDEX "IDX_515fc63f7a1db53b6f79582d10" ON "asset_schedule" ("asset", "height") `)
        await db.query(`CREATE TABLE "asset_financials" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "asset" text NOT NULL, "report_id" text NOT NULL, "corrects" text, "reason" text, "assurance" text NOT NULL, "issuer" text NOT NULL, "uri" text NOT NULL, "document_hash" text NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "period_start_at" TIMESTAMP WITH TIME ZONE NOT NULL, "period_end_at" TIMESTAMP WITH TIME ZONE NOT NULL, "cash_available" numeric NOT NULL, "debt_service" numeric, "debt_to_equity" text, "current_ratio" text, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_ea596c0928a5a3a189146a0c6b1" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_4a966900078bb31065c0c6776e" ON "asset_financials" ("report_id") `)
        await db.query(`CREATE INDEX "IDX_313e674e9c9450191d4434139c" ON "asset_financials" ("chain_id", "height") `)
        await db.query(`CREATE INDEX "IDX_9dbedd845b2ec50817a01dcf68" ON "asset_financials" ("asset", "height") `)
        await db.query(`CREATE TABLE "asset_parties" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "asset" text NOT NULL, "report_id" text NOT NULL, "corrects" text, "reason" text, "assurance" text NOT NULL, "issuer" text NOT NULL, "uri" text NOT NULL, "document_hash" text NOT NULL, "as_of" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "obligor" text NOT NULL, "region" text NOT NULL, "reserve_required" numeric, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_ccb1c74fcf9eecfa7e2bed42647" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_d06a1b909e948b0955befb67d6" ON "asset_parties" ("report_id") `)
        await db.query(`CREATE INDEX "IDX_125a7db00ee34944ce48158906" ON "asset_parties" ("chain_id", "height") `)
        await db.query(`CREATE INDEX "IDX_38a09561b818719792f177eae0" ON "asset_parties" ("asset", "height") `)
    }

    async down(db) {
        await db.query(`DROP TABLE "asset_parties"`)
        await db.query(`DROP TABLE "asset_financials"`)
        await db.query(`DROP TABLE "asset_schedule"`)
        await db.query(`DROP TABLE "asset_cash_flow"`)
    }
}
