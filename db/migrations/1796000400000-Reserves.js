module.exports = class Reserves1796000400000 {
    name = 'Reserves1796000400000'

    async up(db) {
        await db.query(`CREATE TABLE "custody_balance" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "component" text NOT NULL, "holder" text NOT NULL, "amount" numeric NOT NULL, "value_usd" numeric NOT NULL, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_6fb82d39c6a4f8829f5ae32ae5c" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_e7dda6655b99c467985027bacd" ON "custody_balance" ("component", "holder") `)
        await db.query(`CREATE TABLE "redeemer_state" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "address" text NOT NULL, "name" text NOT NULL, "collateral" text, "is_enabled" boolean, "fee_bps" integer, "daily_limit" numeric, "last_day" integer, "redeemed_on_last_day" numeric NOT NULL, "cumulative_redeemed" numeric NOT NULL, "redemption_count" integer NOT NULL, "has_whitelist" boolean NOT NULL, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_011612e7a1643ba7a537537c589" PRIMARY KEY ("id"))`)
        await db.query(`CREATE TABLE "price_observation" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "token" text NOT NULL, "source" text NOT NULL, "round_id" numeric NOT NULL, "price_usd" numeric NOT NULL, "priced_at" TIMESTAMP WITH TIME ZONE NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "height" integer NOT NULL, "tx_hash" text NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_4001253d0205b287f5b183dbf8a" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_301354867b9237d689d0f9b436" ON "price_observation" ("chain_id", "token", "height") `)
    }

    async down(db) {
        await db.query(`DROP TABLE "price_observation"`)
        await db.query(`DROP TABLE "redeemer_state"`)
        await db.query(`DROP TABLE "custody_balance"`)
    }
}
