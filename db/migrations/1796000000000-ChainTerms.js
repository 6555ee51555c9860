module.exports = class ChainTerms1796000000000 {
    name = 'ChainTerms1796000000000'

    async up(db) {
        for (const column of ['parameters', 'labels']) {
            await db.query(`ALTER TABLE "chain" ADD "${column}" jsonb NOT NULL DEFAULT '{}'`)
            await db.query(`ALTER TABLE "chain" ALTER COLUMN "${column}" DROP DEFAULT`)
        }
    }

    async down(db) {
        await db.query(`ALTER TABLE "chain" DROP COLUMN "labels"`)
        await db.query(`ALTER TABLE "chain" DROP COLUMN "parameters"`)
    }
}
