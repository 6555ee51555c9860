// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {AID} from "./AID.sol";

/// @title One end of AID's bridge: burns what leaves and mints what arrives
/// @dev The events of a LayerZero OFT; the messaging behind it is whoever holds ENDPOINT_ROLE. Amounts keep six
/// decimals on the way: what is below stays with the sender. Needs AID's BRIDGE_MINTER_ROLE.
contract AidOFTAdapter is AccessControl {
    bytes32 public constant ENDPOINT_ROLE = keccak256("ENDPOINT_ROLE");
    uint256 private constant DUST = 1e12;

    AID public immutable aid;
    /// @notice The number of this chain in the bridge's own counting.
    uint32 public immutable eid;
    /// @notice The other end on a chain; zero when there is none.
    mapping(uint32 eid => bytes32 peer) public peers;
    mapping(bytes32 guid => bool) public isReceived;
    uint64 private _nonce;

    event PeerSet(uint32 eid, bytes32 peer);
    event OFTSent(
        bytes32 indexed guid,
        uint32 dstEid,
        address indexed fromAddress,
        uint256 amountSentLD,
        uint256 amountReceivedLD
    );
    event OFTReceived(bytes32 indexed guid, uint32 srcEid, address indexed toAddress, uint256 amountReceivedLD);

    error NoPeer(uint32 eid);
    error NothingLeft(uint256 amount);
    error AlreadyReceived(bytes32 guid);

    constructor(AID aid_, uint32 eid_, address admin) {
        aid = aid_;
        eid = eid_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Names the other end on a chain.
    function setPeer(uint32 eid_, bytes32 peer) external onlyRole(DEFAULT_ADMIN_ROLE) {
        peers[eid_] = peer;
        emit PeerSet(eid_, peer);
    }

    /// @notice Burns the caller's AID, floored to six decimals, for the same amount on another chain.
    /// @return guid names the message on both chains
    function send(uint32 dstEid, uint256 amount) external returns (bytes32 guid) {
        if (peers[dstEid] == bytes32(0)) revert NoPeer(dstEid);
        uint256 sent = amount - amount % DUST;
        if (sent == 0) revert NothingLeft(amount);
        guid = keccak256(abi.encode(eid, dstEid, msg.sender, ++_nonce));
        aid.bridgeBurn(msg.sender, sent);
        emit OFTSent(guid, dstEid, msg.sender, sent, sent);
    }

    /// @notice Mints what was burned on another chain, once per message.
    function receiveMessage(bytes32 guid, uint32 srcEid, address to, uint256 amount) external onlyRole(ENDPOINT_ROLE) {
        if (peers[srcEid] == bytes32(0)) revert NoPeer(srcEid);
        if (isReceived[guid]) revert AlreadyReceived(guid);
        isReceived[guid] = true;
        aid.bridgeMint(to, amount);
        emit OFTReceived(guid, srcEid, to, amount);
    }
}
