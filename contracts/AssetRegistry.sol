// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AssetLifecycle} from "./AssetLifecycle.sol";

/// @title The registry of financed assets, with the attestations and valuations that speak of them
contract AssetRegistry is AssetLifecycle {
    struct Valuation {
        uint64 asOf;
        uint256 outstandingPrincipal;
        uint256 collateralValue;
        uint32 utilizationBps;
    }

    mapping(bytes32 assetId => Valuation) public valuationOf;
    mapping(address attestor => mapping(bytes32 kind => bool)) public isAttestor;
    /// @notice The hash last attested, by asset, kind and attestor.
    mapping(bytes32 assetId => mapping(bytes32 kind => mapping(address attestor => bytes32))) public attestedHash;

    event AssetAttested(
        bytes32 indexed assetId,
        address indexed attestor,
        bytes32 indexed kind,
        uint64 asOf,
        bytes32 dataHash,
        string uri
    );
    event AssetValued(
        bytes32 indexed assetId,
        uint64 indexed asOf,
        uint256 outstandingPrincipal,
        uint256 collateralValue,
        uint32 utilizationBps
    );
    event AttestorSet(address indexed attestor, bytes32 indexed kind, bool allowed);

    error NotAttestor(address account, bytes32 kind);
    error AsOfInFuture(uint64 asOf);
    error AsOfOutdated(uint64 asOf, uint64 latestAsOf);

    constructor(address admin) {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Lets `attestor` sign attestations of a kind ("LEGAL", "TECHNICAL", "FINANCIAL"), or no longer. Says
    /// nothing when nothing changes.
    function setAttestor(address attestor, bytes32 kind, bool allowed) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (isAttestor[attestor][kind] == allowed) return;
        isAttestor[attestor][kind] = allowed;
        emit AttestorSet(attestor, kind, allowed);
    }

    /// @notice Records what the caller attests of an asset as of a time not later than now.
    function attest(bytes32 assetId, bytes32 kind, uint64 asOf, bytes32 dataHash, string calldata uri)
        external
        onlyRegistered(assetId)
    {
        if (!isAttestor[msg.sender][kind]) revert NotAttestor(msg.sender, kind);
        if (asOf > block.timestamp) revert AsOfInFuture(asOf);
        attestedHash[assetId][kind][msg.sender] = dataHash;
        emit AssetAttested(assetId, msg.sender, kind, asOf, dataHash, uri);
    }

    /// @notice Records a valuation, values in AID wei, as of a time not later than now and not before the previous one.
    function recordValuation(
        bytes32 assetId,
        uint64 asOf,
        uint256 outstandingPrincipal,
        uint256 collateralValue,
        uint32 utilizationBps
    ) external onlyRole(DEFAULT_ADMIN_ROLE) onlyRegistered(assetId) {
        uint64 latest = valuationOf[assetId].asOf;
        if (asOf > block.timestamp) revert AsOfInFuture(asOf);
        if (asOf < latest) revert AsOfOutdated(asOf, latest);
        valuationOf[assetId] = Valuation(asOf, outstandingPrincipal, collateralValue, utilizationBps);
        emit AssetValued(assetId, asOf, outstandingPrincipal, collateralValue, utilizationBps);
    }
}
